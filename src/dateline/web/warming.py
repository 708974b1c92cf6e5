"""What the first reader of the desk would otherwise wait for, done before its address is said."""

import gc

from fastapi import FastAPI
from jinja2 import Environment


def warm_up(app: FastAPI) -> None:
    """Load the columns of all events and the templates.

    They stay until the end; the garbage collector, which would look through all of them again and again while pages
    are written, is told to leave them alone.
    """
    app.state.store.browsing.load()
    templates: Environment = app.state.templates
    for name in templates.list_templates():
        templates.get_template(name)
    gc.collect()
    gc.freeze()
