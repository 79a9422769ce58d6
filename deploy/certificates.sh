#!/usr/bin/env bash
# An authority and one certificate for all nodes of the cluster, made once; to make them anew, empty the volume.
set -euo pipefail
umask 027
cd /certificates
tool=/usr/share/elasticsearch/bin/elasticsearch-certutil
if [ ! -s node/node.key ]; then
  rm -rf ca node ./*.zip
  "$tool" ca --silent --pem --days 3650 --out "$PWD/ca.zip"
  unzip -q ca.zip
  "$tool" cert --silent --pem --days 1095 --name node --ca-cert ca/ca.crt --ca-key ca/ca.key \
    --dns es01,es02,es03,localhost --ip 127.0.0.1 --out "$PWD/node.zip"
  unzip -q node.zip
  rm ca.zip node.zip
fi
# The servers run as a user of the group root; the site gets the authority's certificate and no key.
chown -R root:root .
find . -type d -exec chmod 750 {} +
find . -type f -exec chmod 640 {} +
chmod 600 ca/ca.key
install -m 644 ca/ca.crt /authority/ca.crt
