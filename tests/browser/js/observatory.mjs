// Grades answers as the Mozilla HTTP Observatory does, by its own tests and scores, without a
// network. The argument is its package's folder; answers come in and scores go out as JSON.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";

const home = process.argv[2];
const require = createRequire(`${home}/package.json`);
const { AxiosHeaders } = require("axios");
const { CookieJar } = require("tough-cookie");
const { ALL_TESTS } = await import(`${home}/src/constants.js`);
const { MINIMUM_SCORE_FOR_EXTRA_CREDIT } = await import(`${home}/src/grader/charts.js`);
const { getScoreModifier } = await import(`${home}/src/grader/grader.js`);
const { parseHttpEquivHeaders } = await import(`${home}/src/retriever/utils.js`);
const { Requests } = await import(`${home}/src/types.js`);

const retrieved = ({ url, headers, body, route }) => {
  const requests = new Requests(new URL(url).hostname);
  const jar = new CookieJar();
  for (const cookie of [headers["set-cookie"] ?? []].flat()) jar.setCookieSync(cookie, url);
  const httpEquiv = parseHttpEquivHeaders(body, url);
  const response = { status: 200, headers: new AxiosHeaders(headers), httpEquiv, verified: true };
  const redirects = route.map((step) => ({ url: new URL(step), status: 200 }));
  requests.session = { url: new URL(url), jar };
  requests.resources.path = body;
  Object.assign(requests.responses, {
    auto: response,
    http: response,
    https: response,
    cors: response,
  });
  requests.responses.httpRedirects = redirects;
  requests.responses.httpsRedirects = redirects;
  return requests;
};

// As the Observatory's scan adds up: extra credit counts only where little was lost.
const grade = (answer) => {
  const results = ALL_TESTS.map((test) => test(retrieved(answer)).result);
  const modifiers = results.map(getScoreModifier);
  const lost = modifiers.filter((value) => value < 0).reduce((sum, value) => sum + value, 100);
  const all = modifiers.reduce((sum, value) => sum + value, 100);
  return { score: Math.max(lost >= MINIMUM_SCORE_FOR_EXTRA_CREDIT ? all : lost, 0), results };
};

console.log(JSON.stringify(JSON.parse(readFileSync(0, "utf8")).map(grade)));
