from scorecard.api.judging import Judgement as Judgement
from scorecard.api.judging import edition as edition
from scorecard.api.judging import judge as judge
from scorecard.api.loading import BookError as BookError
from scorecard.api.loading import Project as Project
from scorecard.api.loading import load as load
from scorecard.api.pages import Page as Page
from scorecard.api.pages import Pages as Pages
from scorecard.api.pages import render as render
from scorecard.api.rows import Table as Table
from scorecard.api.tables import Tables as Tables
from scorecard.api.tables import tables as tables

__version__: str
