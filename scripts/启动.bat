@echo off
chcp 65001 >nul
setlocal
cd /d "%~dp0.."
set PYTHONUTF8=1
set PYTHON=
py -3 -c "" >nul 2>nul && set PYTHON=py -3
if not defined PYTHON (python -c "" >nul 2>nul && set PYTHON=python)
if not defined PYTHON (
    echo 这台电脑还没有装 Python。请先安装 Python 3.11 或更新的版本，再双击本文件。
    pause
    exit /b 2
)
:menu
echo.
echo   胜景社区疫情防控工作台
echo   ----------------------------------
echo   1  处理收件夹里的表（出今天的文书、汇总和日报）
echo   2  一直守着收件夹，来了表就处理
echo   3  检查设置、模板和文件夹
echo   4  生成空白表，发给网格员填
echo   5  看一遍示范
echo   0  退出
echo.
set choice=
set /p choice=请输入数字，按回车：
if "%choice%"=="1" %PYTHON% scripts\bootstrap.py daily
if "%choice%"=="2" %PYTHON% scripts\bootstrap.py run_on_schedule
if "%choice%"=="3" %PYTHON% scripts\bootstrap.py check_setup
if "%choice%"=="4" %PYTHON% scripts\bootstrap.py make_blank_forms
if "%choice%"=="5" %PYTHON% scripts\bootstrap.py demo
if "%choice%"=="0" exit /b 0
goto menu
