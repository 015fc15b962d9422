# The site in one image. It keeps its data in /data and listens on port 8000.
# BASE may name any image that has Python 3.11, NODE_BASE any that has node and npm.
ARG BASE=python:3.11-slim
ARG NODE_BASE=node:22-slim

FROM ${NODE_BASE} AS node

FROM ${BASE} AS build
WORKDIR /site
RUN python3 -m venv /venv
COPY requirements.txt ./
RUN /venv/bin/python -m pip install --quiet --no-cache-dir --disable-pip-version-check \
    --no-deps --require-hashes -r requirements.txt
COPY --from=node /usr/local/bin/node /usr/local/bin/node
COPY --from=node /usr/local/lib/node_modules /usr/local/lib/node_modules
RUN ln -s ../lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm
COPY . ./
# Collected here so that a container starts at once; the key is not kept.
RUN export DATA_DIR=/data SECRET_KEY=only-for-this-step \
    && /venv/bin/python manage.py fetch_chart_library \
    && /venv/bin/python manage.py serve --only-static \
    && /venv/bin/python -m compileall -q /site

FROM ${BASE}
WORKDIR /site
RUN groupadd --gid 10001 site \
    && useradd --uid 10001 --gid site --no-create-home --home-dir /data site
COPY --from=build /venv /venv
COPY --from=build /site /site
COPY --from=build --chown=10001:10001 /data /data
ENV DATA_DIR=/data \
    HOST=0.0.0.0 \
    PORT=8000 \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    GUNICORN_CMD_ARGS="--worker-tmp-dir /dev/shm"
USER 10001:10001
VOLUME /data
EXPOSE 8000
# Asks as the first of the allowed hosts would: any other name is refused.
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s CMD ["/venv/bin/python", "-c", "\
import os, urllib.request as web; \
host = os.environ.get('ALLOWED_HOSTS', '').split(',')[0].lstrip('*.') or 'localhost'; \
page = web.Request(f\"http://127.0.0.1:{os.environ['PORT']}/healthz\", headers={'Host': host}); \
web.build_opener(web.ProxyHandler({})).open(page, timeout=4)"]
CMD ["/venv/bin/python", "manage.py", "serve"]
