<?php
// pages.php SITE FORMAT ROUTE…: makes pages of a site, each with a NUL behind it.
require __DIR__ . '/../../module/doors/php/Minutebook.php';

[, $folder, $format] = $argv;
$site = new Minutebook\Site($folder);
foreach (array_slice($argv, 3) as $route) {
    echo $site->$format($route), "\0";
}
