@echo off
rem relrep for Windows: the twin of ./relrep. Nobody has run it yet.
rem Git for Windows brings a sh.exe, beside the folder of its git.exe; that runs the same script.
setlocal
set "shell="
for /f "delims=" %%g in ('where git 2^>nul') do if exist "%%~dpg..\bin\sh.exe" set "shell=%%~dpg..\bin\sh.exe"
if not defined shell (
    echo relrep: Git for Windows must be on the PATH, since its sh.exe runs relrep, and is not 1>&2
    exit /b 4
)
"%shell%" "%~dp0relrep" %*
exit /b %errorlevel%
