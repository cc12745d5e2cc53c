/* Go programs take their random numbers from ProcessPrng of bcryptprimitives.dll,
 * which every Windows since 7 has and Wine before 9 lacks: without it they end
 * before main. This library, for tests under Wine only, passes the call on to a
 * function that Wine has. */
#include <windows.h>
#include <ntsecapi.h>

__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE data, SIZE_T size)
{
    return RtlGenRandom(data, size);
}
