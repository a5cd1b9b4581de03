@echo off
rem relrep for Windows: the twin of ./relrep. Nobody has run it yet.
rem It needs what Git for Windows brings (sh.exe), and starts the same script with it.
setlocal
where sh >nul 2>nul
if errorlevel 1 (
    echo relrep: sh.exe of Git for Windows must be on the PATH, and is not 1>&2
    exit /b 4
)
sh "%~dp0relrep" %*
exit /b %errorlevel%
