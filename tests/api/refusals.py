"""Every route that asks for a right, sent to by those who lack it. The list is the program's own (`samband routes`), so that a new
route is held to the same from its first day; the addresses are those that the demonstration's pages link to and send forms to."""
import collections
import html
import re
import urllib.parse
import uuid

from visiting import Visiting

Route = collections.namedtuple("Route", "method pattern right")
EVERYBODY, LOGGED_IN = "everybody", "logged_in"
INSUFFICIENT = 'Bearer realm="samband", error="insufficient_scope"'
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
# Enough of each kind of page to meet one in every state that has a form of its own.
PAGES_OF_A_KIND = 40


def segments_of(path):
    return path.strip("/").split("/")


def fits(pattern, path):
    wanted, given = segments_of(pattern), segments_of(path)
    return len(wanted) == len(given) and all(part == piece or part.startswith("{") for part, piece in zip(wanted, given))


class Site:
    """The routes, and addresses that lead to them: those that pages offer to people who may most."""

    def __init__(self, program):
        code, said = program.run("routes")
        assert code == 0, said
        rows = (line.split() for line in said.splitlines() if line.startswith(("GET", "POST", "PUT", "PATCH", "DELETE")))
        self.routes = [Route(*row) for row in rows]
        self.described = program.browser().get("/openapi.json").json()["paths"]
        self.found = collections.defaultdict(list)
        for title in ("secretariat", "operator", "network_coordinator"):
            browser = program.browser()
            browser.log_in(title)
            self.walk(browser)

    def speaks_json(self, route):
        answers = self.described[route.pattern][route.method.lower()]["responses"]
        return any("application/json" in answer.get("content", {}) for code, answer in answers.items() if code.startswith("2"))

    def media_type(self, route):
        """What to ask the route for: a page where it has one, else the first that it has."""
        answers = self.described[route.pattern][route.method.lower()]["responses"]
        types = [kind for code, answer in answers.items() if code.startswith("2") for kind in answer.get("content", {})]
        return "text/html" if "text/html" in types or not types else types[0]

    def route_of(self, method, path):
        """As the router does: literal segments go before placeholders, from left to right."""
        fitting = [route for route in self.routes if route.method == method and fits(route.pattern, path)]
        return min(fitting, key=lambda route: [part.startswith("{") for part in segments_of(route.pattern)], default=None)

    def note(self, method, path):
        """True for the first pages of a kind, which are looked at themselves."""
        route = self.route_of(method, path)
        if route is None or path in self.found[route]:
            return False
        self.found[route].append(path)
        return method == "GET" and len(self.found[route]) <= (PAGES_OF_A_KIND if "{" in route.pattern else 1)

    def walk(self, browser):
        waiting = collections.deque(route.pattern for route in self.routes if route.method == "GET" and "{" not in route.pattern)
        seen = set()
        while waiting:
            page = browser.get(waiting.popleft())
            if page.status != 200 or not page.header("Content-Type").startswith("text/html"):
                continue
            offered = [("GET", link) for link in re.findall(r'href="(/[^"#]*)"', page.text)]
            offered += [("POST", action) for action in re.findall(r'action="(/[^"#]*)"', page.text)]
            for method, address in offered:
                path = urllib.parse.urlsplit(html.unescape(address)).path
                if (method, path) not in seen and not path.startswith(("/nn", "/se", "/en", "/assets")):
                    seen.add((method, path))
                    if self.note(method, path):
                        waiting.append(path)

    def address(self, route):
        """One that a page offers; else one that could be, for what the demonstration has none of."""
        if self.found[route]:
            return self.found[route][0]
        kin = max(self.found.items(), key=lambda item: bool(item[1]) * self.shared(route.pattern, item[0].pattern))
        known = segments_of(kin[1][0])[:self.shared(route.pattern, kin[0].pattern)]
        rest = segments_of(route.pattern)[len(known):]
        return "/" + "/".join(known + [str(uuid.UUID(int=1)) if part.startswith("{") else part for part in rest])

    @staticmethod
    def shared(pattern, other):
        same = 0
        for part, piece in zip(segments_of(pattern), segments_of(other)):
            if part != piece:
                break
            same += 1
        return same


class Refusals(Visiting):
    @classmethod
    def setUpClass(cls):
        cls.site = Site(cls.program)
        # Protocols that others have laid down refuse in their own words, and what machines alone speak leads nobody to a
        # log-in; tests/api/post.py asks them.
        own = [route for route in cls.site.routes if not route.pattern.startswith(("/tjenester/", "/api/v", "/api/svarinn", "/dispatches", "/svarut-konfigurasjon/"))]
        cls.guarded = [route for route in own if route.right != EVERYBODY]
        cls.changing = [route for route in own if route.method != "GET"]

    def visitor(self, title):
        browser = self.program.browser()
        browser.log_in(title)
        return browser, browser.csrf_token()

    def is_refused(self, answer, status, code):
        self.assertEqual(answer.status, status, f"{answer.header('Location')} {answer.text[:300]}")
        said = answer.json()["code"] if "json" in answer.header("Content-Type") else html.unescape(answer.text)
        self.assertIn(code, said)

    def each(self, routes, look):
        """look(route, address), whose failures are told for each route by itself."""
        for route in routes:
            with self.subTest(route=f"{route.method} {route.pattern}"):
                look(route, self.site.address(route))

    def holders(self):
        """Somebody who has it, for each right that a route asks for."""
        people = {}
        for title in ("secretariat", "operator", "network_coordinator", "municipal_director"):
            browser, token = self.visitor(title)
            for right in [LOGGED_IN, EVERYBODY, *self.json_of("/me.json", browser)["rights"]]:
                people.setdefault(right, (browser, token))
        return people

    def test_the_list_is_whole(self):
        operations = {(method.upper(), path) for path, methods in self.site.described.items() for method in methods}
        self.assertGreater(len(self.guarded), 50)
        self.assertLessEqual({(route.method, route.pattern) for route in self.guarded}, operations)

    def test_most_addresses_are_offered_by_pages(self):
        without = [route.pattern for route in self.guarded if not self.site.found[route]]
        self.assertLess(len(without), len(self.guarded) / 2, without)

    def test_nobody_is_led_to_the_login(self):
        def look(route, path):
            if route.method == "GET":
                wanted = self.site.media_type(route)
                answer = self.browser.get(path, Accept=wanted)
                if wanted == "text/event-stream":
                    self.is_refused(answer, 401, "platform.not_logged_in")
                    return
                self.assertEqual((answer.status, answer.header("Location")), (303, "/login?next=" + urllib.parse.quote(path, safe="")))
                if self.site.speaks_json(route):
                    self.is_refused(self.browser.get(path, Accept="application/json"), 401, "platform.not_logged_in")
            else:
                self.is_refused(self.browser.request(route.method, path, "", FORM), 401, "platform.not_logged_in")
                self.is_refused(self.browser.post_json(path, {}), 401, "platform.not_logged_in")
        self.each(self.guarded, look)

    def test_somebody_without_the_right_is_told_so(self):
        citizen, token = self.visitor("citizen")

        def look(route, path):
            asked = {"Accept": self.site.media_type(route)}
            body, headers = (None, asked) if route.method == "GET" else (f"csrfToken={token}", FORM)
            self.is_refused(citizen.request(route.method, path, body, headers), 403, "platform.right_missing")
        self.each([route for route in self.guarded if route.right != LOGGED_IN], look)

    def test_a_form_that_no_page_of_ours_gave_changes_nothing(self):
        people = self.holders()

        def look(route, path):
            browser, token = people[route.right]
            json = {"Content-Type": "application/json", "Accept": "application/json"}
            for body, headers in (("x=1", FORM), ("csrfToken=made-up", FORM), ("{}", json),
                                  (f"csrfToken={token}", {**FORM, "Origin": "https://elsewhere.example"})):
                self.is_refused(browser.request(route.method, path, body, headers), 403, "platform.form_expired")
        self.each(self.changing, look)

    def test_a_system_without_the_scope_is_told_so(self):
        sent = {"Authorization": f"Bearer {self.issuer.token('samband:read')}", "Accept": "*/*"}

        def look(route, path):
            body, headers = (None, sent) if route.method == "GET" else ("{}", {**sent, "Content-Type": "application/json"})
            answer = self.browser.request(route.method, path, body, headers)
            self.is_refused(answer, 403, "platform.right_missing")
            self.assertEqual(answer.header("WWW-Authenticate"), INSUFFICIENT)
        self.each(self.guarded, look)

    def test_a_right_for_one_body_is_none_for_another(self):
        """The handlers ask for the right where the thing belongs; to have it somewhere is not enough."""
        secretary, token = self.visitor("sekretær, Hovedstyret")
        rights = self.json_of("/me.json", secretary)["rights"]
        self.assertIn("governance.hold_meeting", rights)

        def elsewhere(path):
            kind, *names = segments_of(path)
            if not names or names[0] == "new":
                return False
            if kind == "cases":
                steps = self.json_of(f"/cases/{names[0]}.json", secretary)["steps"]
                return all(step["body"]["url"] != "/bodies/hovedstyret" for step in steps)
            return kind in ("bodies", "meetings") and not names[0].startswith("hovedstyret")

        looked_at = 0
        for route in self.guarded:
            paths = [path for path in self.site.found[route] if route.right in rights and elsewhere(path)][:3]
            for path in paths:
                looked_at += 1
                with self.subTest(route=f"{route.method} {path}"):
                    if route.method == "GET":
                        self.is_refused(secretary.get(path), 403, "platform.right_missing")
                    else:
                        answer = secretary.request(route.method, path, f"csrfToken={token}", FORM)
                        # An empty form may be faulty before anybody asks who sent it.
                        self.assertIn(answer.status, (403, 422), answer.text[:300])
        self.assertGreater(looked_at, 30)
