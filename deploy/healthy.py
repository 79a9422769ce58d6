"""Whether the site of this container answers, asked as the proxy before it asks: the exit status tells."""

import os
from urllib.request import Request, urlopen

host = os.environ["MADDA_HOSTS"].split(",")[0]
asked = Request("http://127.0.0.1:8000/healthz", headers={"Host": host, "X-Forwarded-Proto": "https"})
with urlopen(asked, timeout=5) as answer:  # noqa: S310 - our own address
    raise SystemExit(answer.status != 200)
