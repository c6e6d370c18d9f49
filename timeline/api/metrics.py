"""/metrics: what Prometheus is told. The only importer of prometheus_client.

With several processes they share a folder that PROMETHEUS_MULTIPROC_DIR names; `timeline serve` sees to it.
"""

import time
from collections.abc import Iterator

from flask import Flask, Response, current_app, g, request
from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest, multiprocess, values
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector

from timeline import __version__
from timeline.api.answers import store
from timeline.api.arguments import StrictBlueprint
from timeline.store.queries import data_version

MEDIA = "text/plain; version=0.0.4; charset=utf-8"
BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)  # seconds

blueprint = StrictBlueprint("metrics", __name__, description="Health and figures")


class Meter:
    """Counts and times the requests of an application, by the rule of their address."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        names = ("method", "route", "status")
        self.requests = Counter("timeline_requests", "requests answered", names, registry=self.registry)
        self.seconds = Histogram(
            "timeline_request_seconds",
            "time to an answer's first byte",
            ("route",),
            registry=self.registry,
            buckets=BUCKETS,
        )

    def begin(self) -> None:
        """Before a request."""
        g.begun = time.perf_counter()

    def end(self, response: Response) -> Response:
        """After a request. Addresses without a rule are one route, so that strangers cannot make names without end."""
        route = request.url_rule.rule if request.url_rule else "none"
        self.requests.labels(request.method, route, response.status_code).inc()
        if "begun" in g:
            self.seconds.labels(route).observe(time.perf_counter() - g.begun)
        return response


class Chronology(Collector):
    """What the database says when it is asked."""

    def collect(self) -> Iterator[GaugeMetricFamily]:
        """The figures."""
        info = GaugeMetricFamily("timeline_info", "the version that answers", labels=["version"])
        info.add_metric([__version__], 1)
        yield info
        yield GaugeMetricFamily("timeline_data_version", "grows with every change", value=data_version(store()))


def register(app: Flask) -> None:
    """Counts the requests of an application."""
    meter = Meter()
    app.extensions["timeline.meter"] = meter
    app.before_request(meter.begin)
    app.after_request(meter.end)


@blueprint.route("/metrics")
@blueprint.response(200, content_type="text/plain", description="in Prometheus' text format")
@blueprint.doc(operationId="getMetrics")
def show_metrics() -> Response:
    """Figures for Prometheus"""
    registry = CollectorRegistry()
    registry.register(Chronology())
    if values.ValueClass.__name__ == "MmapedValue":
        multiprocess.MultiProcessCollector(registry)
        content = generate_latest(registry)
    else:
        content = generate_latest(_meter().registry) + generate_latest(registry)
    response = Response(content, content_type=MEDIA)
    response.headers["Cache-Control"] = "no-store"
    return response


def _meter() -> Meter:
    meter: Meter = current_app.extensions["timeline.meter"]
    return meter
