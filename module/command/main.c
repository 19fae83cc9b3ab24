/* main.c: the command minutebook: which subcommand was meant, and what to say where none was. */
#include <minutebook.h>
#include <stdio.h>

int main(void)
{
    printf("minutebook %s\n", mb_version());
    return 0;
}
