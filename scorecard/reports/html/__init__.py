"""The edition as web pages: semantic on a screen, the very A4 pages of the edition on a printer."""
