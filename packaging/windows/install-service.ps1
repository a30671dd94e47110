# Installs GovPortal as a Windows service. Run as administrator:
#   .\install-service.ps1 -Program C:\GovPortal -Data D:\GovPortalData -Url http://127.0.0.1:5080
# and takes it away again, leaving the data where it is:
#   .\install-service.ps1 -Remove
param(
    [string] $Program = "C:\GovPortal",
    [string] $Data = "C:\ProgramData\GovPortal",
    [string] $Url = "http://127.0.0.1:5080",
    [switch] $Remove
)

$ErrorActionPreference = "Stop"
$name = "GovPortal"

if ($Remove) {
    Stop-Service $name -ErrorAction SilentlyContinue
    sc.exe delete $name | Out-Null
    exit $LASTEXITCODE
}

$executable = Join-Path $Program "GovPortal.Host.exe"
if (-not (Test-Path $executable)) {
    throw "There is no $executable. Publish the program there first: dotnet publish src/GovPortal.Host -c Release -o $Program"
}

# The service's own account alone may enter the data folder.
New-Item -ItemType Directory -Force -Path $Data | Out-Null
New-Service -Name $name -DisplayName "GovPortal" -Description "The sites of a province's agencies" -StartupType Automatic `
    -BinaryPathName "`"$executable`" --urls $Url --GovPortal:DataPath=`"$Data`"" | Out-Null
sc.exe config $name obj= "NT SERVICE\$name" | Out-Null
icacls.exe $Data /inheritance:r /grant "NT SERVICE\${name}:(OI)(CI)M" "Administrators:(OI)(CI)F" | Out-Null

# Again after 5 s, 30 s and 5 min; the count begins anew each day.
sc.exe failure $name reset= 86400 actions= restart/5000/restart/30000/restart/300000 | Out-Null
Start-Service $name
Write-Host "$name runs at $Url; settings are environment variables of the service: HKLM\SYSTEM\CurrentControlSet\Services\$name, value Environment (REG_MULTI_SZ)."
