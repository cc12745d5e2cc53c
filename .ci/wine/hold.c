/* Holds a file open until its standard input ends, as another program would:
 *
 *   hold FILE          nobody else may write, move or delete it, as in Acrobat
 *   hold FILE shared   everybody may, as in a browser
 */
#include <stdio.h>
#include <windows.h>

int wmain(int argc, wchar_t **argv)
{
    DWORD share = FILE_SHARE_READ;
    if (argc > 2)
        share |= FILE_SHARE_WRITE | FILE_SHARE_DELETE;
    if (argc < 2 || CreateFileW(argv[1], GENERIC_READ, share, NULL, OPEN_EXISTING, 0, NULL) == INVALID_HANDLE_VALUE) {
        fprintf(stderr, "hold: the file can't be opened (%lu)\n", GetLastError());
        return 1;
    }
    puts("held");
    fflush(stdout);
    while (getchar() != EOF)
        ;
    return 0;
}
