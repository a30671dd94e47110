# Sourced by scripts/test: installs with apt-get what the tests need and the machine lacks.

install_missing() {
  local missing=()
  command -v chromium >/dev/null || missing+=(chromium)
  [ -n "${GOVPORTAL_TEST_POSTGRES:-}" ] || [ -n "$(postgres_folder)" ] || missing+=(postgresql)
  dpkg-query -W -f='${Status}' fonts-noto-core 2>/dev/null | grep -q 'ok installed' || missing+=(fonts-noto-core)
  [ ${#missing[@]} -gt 0 ] || return 0
  [ -z "${GOVPORTAL_TEST_NO_APT:-}" ] || { cannot_install "GOVPORTAL_TEST_NO_APT is set" "${missing[@]}"; return 0; }
  command -v apt-get >/dev/null || { cannot_install "there is no apt-get" "${missing[@]}"; return 0; }

  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    sudo -n true 2>/dev/null || { cannot_install "this needs root, and sudo asks for a password" "${missing[@]}"; return 0; }
    as_root=(sudo -n)
  fi

  echo "Installing ${missing[*]}"
  local log="$scratch/apt.log"
  { "${as_root[@]}" apt-get update && "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${missing[@]}"; } >"$log" 2>&1 ||
    { tail -n 15 "$log"; cannot_install "apt-get failed" "${missing[@]}"; }
}

cannot_install() {
  local why=$1
  shift
  echo "Not installed: $* ($why). Tests that need them are skipped, by name; install them with: apt-get install $*"
}
