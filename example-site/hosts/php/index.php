<?php
// A page of a CMS that shows a panel's next meeting: /?panel=ID; a page of the site under its own address: /?page=ROUTE.
// Try it with: php -d ffi.enable=true -S localhost:8000 -t example-site/hosts/php

require __DIR__ . '/../../../module/doors/php/Minutebook.php';

function text(string $words): string
{
    return htmlspecialchars($words, ENT_QUOTES | ENT_SUBSTITUTE | ENT_HTML5, 'UTF-8');
}

/** The panel's first meeting from today on, or null. */
function next_meeting(array $site, string $panel): ?array
{
    foreach ($site['meetings'] as $meeting) {
        if ($meeting['panel'] === $panel && $meeting['date'] >= $site['today']) {
            return $meeting;
        }
    }
    return null;
}

function show_next_meeting(array $site, string $panel): string
{
    $names = array_column($site['panels'], 'name', 'id');
    if (!isset($names[$panel])) {
        http_response_code(404);
        return '<h1>There is no such panel</h1>';
    }
    $meeting = next_meeting($site, $panel);
    $when = $meeting ? (new DateTimeImmutable($meeting['date']))->format('l j F Y') : 'No meeting is announced';
    $link = $meeting ? '/?page=' . rawurlencode("/meetings/{$meeting['id']}/") : '';
    $words = $meeting ? '<a href="' . text($link) . '">' . text($when) . '</a>' : text($when);
    return '<h1>' . text($names[$panel]) . "</h1>\n<p>Next meeting: $words</p>";
}

try {
    $site = new Minutebook\Site(getenv('COUNCIL_SITE') ?: __DIR__ . '/../..');
    $data = $site->data();
    $main = isset($_GET['page']) && is_string($_GET['page'])
        ? $site->content($_GET['page'])
        : show_next_meeting($data, is_string($_GET['panel'] ?? null) ? $_GET['panel'] : $data['panels'][0]['id']);
} catch (Minutebook\Failure $failure) {
    http_response_code(500);
    $main = '<h1>The council&rsquo;s papers can&rsquo;t be shown</h1><pre>' . text($failure->getMessage()) . '</pre>';
}
?>
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Residents of Wexcombe and Harle</title>
</head>
<body>
<main>
<?= $main ?>
</main>
</body>
</html>
