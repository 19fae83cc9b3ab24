/* turn_headings.c: tests of questions and answers that are printed word for word, under headings. */
#include "minutes_of.h"

static const mb_minute_item *questions(const char *text)
{
    return item_of("QUESTIONS FROM THE PUBLIC", text);
}

/* The kind, the person (NULL: nobody known) and the blocks of each contribution; the last one has no kind. */
typedef struct turn {
    mb_contribution_kind kind;
    const char *person;
    uint32_t first, last;
} turn;

static void assert_turns(const mb_minute_item *item, const turn *turns)
{
    uint32_t count = 0;
    for (; turns[count].kind; count++) {
        if (count >= item->contributions.count)
            fail_msg("there are only %u contributions", item->contributions.count);
        const mb_contribution *contribution = item->contributions.items[count];
        assert_int_equal(contribution->kind, turns[count].kind);
        if (turns[count].person)
            assert_slice(contribution->person, turns[count].person);
        else
            assert_null(contribution->person.data);
        assert_int_equal(contribution->blocks.first, turns[count].first);
        assert_int_equal(contribution->blocks.last, turns[count].last);
    }
    assert_int_equal(item->contributions.count, count);
}

#define QUESTION mb_contribution_kind_question
#define REPLY    mb_contribution_kind_reply

static void a_heading_says_who_asked_and_another_who_answered(void **state)
{
    (void)state;
    const mb_minute_item *item =
        questions("Question 1 from Tim Moss\n\nWhen will the kerb be mended?\n\n"
                  "Response from the Cabinet Member for Transport\n\nIn July.\n\n"
                  "Question No. 2 from Ruth Vale, Marl Ramblers\n\nWhy is the towpath closed?");
    assert_turns(item,
                 (turn[]){{QUESTION, "Tim Moss", 0, 1}, {REPLY, "Flo Gray", 2, 3}, {QUESTION, "Ruth Vale", 4, 5}, {0}});
    assert_slice(((const mb_contribution *)item->contributions.items[0])->speaker, "Tim Moss");
}

static void a_code_may_stand_before_the_heading(void **state)
{
    (void)state;
    assert_turns(questions("M 01 Question from: Cllr Bob Hay\n\nHas the bridge been examined?\n\n"
                           "Answer from: Cllr Flo Gray\n\nIt has.\n\n"
                           "P02 Question by Ms Ruth Vale\n\nWho cuts the hedge?"),
                 (turn[]){{QUESTION, "Bob Hay", 0, 1}, {REPLY, "Flo Gray", 2, 3}, {QUESTION, "Ruth Vale", 4, 5}, {0}});
}

static void who_was_asked_answers_where_no_name_is_printed(void **state)
{
    (void)state;
    assert_turns(
        questions("Question from Councillor Andy Cole to the Cabinet Member for Transport:\n\nHow many buses run?"
                  "\n\nReply\n\nTwelve.\n\n"
                  "Question to the Head of Parking from Councillor Mae O'Dell\n\nIs it full?\n\nAnswer:\n\nYes."),
        (turn[]){{QUESTION, "Andy Cole", 0, 1},
                 {REPLY, "Flo Gray", 2, 3},
                 {QUESTION, "Mae O'Dell", 4, 5},
                 {REPLY, "Ed Fox", 6, 7},
                 {0}});
}

static void supplementary_questions_are_of_the_same_two(void **state)
{
    (void)state;
    assert_turns(questions("Question 1 from Tim Moss\n\nWill it be mended?\n\nResponse from Councillor Gray\n\nYes.\n\n"
                           "Supplementary Question\n\nWill the school be told?\n\nSupplementary Answer\n\nBy letter."),
                 (turn[]){{QUESTION, "Tim Moss", 0, 1},
                          {REPLY, "Flo Gray", 2, 3},
                          {QUESTION, "Tim Moss", 4, 5},
                          {REPLY, "Flo Gray", 6, 7},
                          {0}});
}

static void an_answer_of_nobody_is_an_answer(void **state)
{
    (void)state;
    const mb_minute_item *item = questions("Q1. Mrs Ruth Vale\n\nWhat did it cost?\n\nA1. Four hundred pounds.\n\n"
                                           "Q: Can dogs swim in the pond?\nA: No.");
    assert_turns(
        item,
        (turn[]){{QUESTION, "Ruth Vale", 0, 1}, {REPLY, NULL, 2, 2}, {QUESTION, NULL, 3, 3}, {REPLY, NULL, 4, 4}, {0}});
    assert_null(((const mb_contribution *)item->contributions.items[1])->speaker.data);
}

static void an_answer_with_a_number_answers_the_question_of_that_number(void **state)
{
    (void)state;
    assert_turns(questions("Question 4 from Ruth Vale\n\nWhen is it mended?\n\nA37: resurfacing begins in May.\n\n"
                           "A4. In June."),
                 (turn[]){{QUESTION, "Ruth Vale", 0, 2}, {REPLY, NULL, 3, 3}, {0}});
    assert_turns(questions("Councillor Hay asked when the work would begin.\n\nA37: resurfacing begins in May."),
                 (turn[]){{QUESTION, "Bob Hay", 0, 1}, {0}});
}

static void a_name_alone_stands_above_several_questions(void **state)
{
    (void)state;
    assert_turns(
        questions("Barry Warr\n\nThe minutes were late.\n\nQuestion 1:\n\nWhy?\n\n"
                  "Response from the Director of Roads and Parks (Proper Officer): We were busy.\n\n"
                  "Question 2:\n\nWhen will they be mended?"),
        (turn[]){{QUESTION, "Barry Warr", 2, 3}, {REPLY, "Di Poe", 4, 4}, {QUESTION, "Barry Warr", 5, 6}, {0}});
}

static void a_letter_and_a_full_stop_may_be_a_label(void **state)
{
    (void)state;
    assert_turns(
        questions("Q. Councillor Hay asked if there was a plan.\n\nA. The Head of Parking confirmed there was.\n\n"
                  "Councillor Hay thanked him.\n\nA. Lee asked if it was long."),
        (turn[]){{QUESTION, "Bob Hay", 0, 0},
                 {REPLY, "Ed Fox", 1, 1},
                 {mb_contribution_kind_thanks, "Bob Hay", 2, 2},
                 {QUESTION, "Ann Lee", 3, 3},
                 {0}});
}

static void who_submitted_the_questions_may_be_told_above_them(void **state)
{
    (void)state;
    assert_turns(questions("Councillor Joan Wright had submitted questions to the Panel, set out below.\n\n"
                           "Q1. When will the road open?\n\nAnswer: In May.\n\n"
                           "Questions from Ruth Vale:\n\nQ1. Who pays?"),
                 (turn[]){{QUESTION, "Joan Wright", 1, 1}, {REPLY, NULL, 2, 3}, {QUESTION, "Ruth Vale", 4, 4}, {0}});
}

static void a_numbered_list_may_hold_the_headings(void **state)
{
    (void)state;
    assert_turns(
        questions("1. Question from Councillor Cole\n\nIs it blue?\n\nReply by Councillor Gray\n\nYes.\n\n"
                  "2. Question from Ruth Vale of Mill Lane\n\nIs it deep?"),
        (turn[]){{QUESTION, "Andy Cole", 0, 1}, {REPLY, "Flo Gray", 2, 3}, {QUESTION, "Ruth Vale", 4, 5}, {0}});
}

static void what_is_quoted_tells_of_others_without_giving_them_the_floor(void **state)
{
    (void)state;
    const mb_minute_item *item = questions(
        "Statement from Tim Moss\n\nI walk here each day. Last year the Chair said that the path was safe. The "
        "Panel agreed to mend it.\n\nThe Chair thanked Mr Moss.");
    assert_turns(item, (turn[]){{mb_contribution_kind_statement, "Tim Moss", 0, 1},
                                {mb_contribution_kind_thanks, "Ann Lee", 2, 2},
                                {0}});
    assert_int_equal(item->decisions.count, 0);
}

static void headings_without_gaps_part_what_stands_between_them(void **state)
{
    (void)state;
    assert_turns(questions("Question 1 from Councillor Andy Cole to the Cabinet Member for Transport:\n"
                           "How many of the buses that run from Marlford to the coast on Sundays are\n"
                           "full?\n"
                           "Answer:\n"
                           "None of those that were counted by the officers in the first week of May in\n"
                           "this year."),
                 (turn[]){{QUESTION, "Andy Cole", 0, 1}, {REPLY, "Flo Gray", 2, 3}, {0}});
}

static void a_list_of_questions_and_words_like_labels_are_no_turns(void **state)
{
    (void)state;
    assert_turns(questions("Question 1 from Tim Moss\n\nQuestion 2 from Ruth Vale\n\n"
                           "Question 4 was withdrawn.\n\nResponses were sent by post.\n\n"
                           "Q2: spending was over by ten pounds.\n\nAnswer: see above.\n\n"
                           "Statement of Accounts\n\nThe accounts were late."),
                 (turn[]){{0}});
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_heading_says_who_asked_and_another_who_answered),
        cmocka_unit_test(a_code_may_stand_before_the_heading),
        cmocka_unit_test(who_was_asked_answers_where_no_name_is_printed),
        cmocka_unit_test(supplementary_questions_are_of_the_same_two),
        cmocka_unit_test(an_answer_of_nobody_is_an_answer),
        cmocka_unit_test(an_answer_with_a_number_answers_the_question_of_that_number),
        cmocka_unit_test(a_name_alone_stands_above_several_questions),
        cmocka_unit_test(a_letter_and_a_full_stop_may_be_a_label),
        cmocka_unit_test(who_submitted_the_questions_may_be_told_above_them),
        cmocka_unit_test(a_numbered_list_may_hold_the_headings),
        cmocka_unit_test(what_is_quoted_tells_of_others_without_giving_them_the_floor),
        cmocka_unit_test(headings_without_gaps_part_what_stands_between_them),
        cmocka_unit_test(a_list_of_questions_and_words_like_labels_are_no_turns),
    };
    return run_reader_tests(tests);
}
