/* The Wine of Debian 12 lacks this library, of which Go's runtime wants one function.
   .ci/release-check builds it with mingw:

     x86_64-w64-mingw32-gcc -shared -o bcryptprimitives.dll bcryptprimitives.c -ladvapi32 */
#include <windows.h>
#include <ntsecapi.h>

__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE data, SIZE_T length) {
	return RtlGenRandom(data, (ULONG)length);
}
