"""What a page of this site may load, run and be framed by, as its browser is told."""

from csp.constants import NONE, SELF

# Nothing is loaded from another host, nothing runs inline, nobody frames the site.
CONTENT_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
