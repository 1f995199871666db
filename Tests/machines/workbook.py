"""Opens workbooks as a spreadsheet library does (openpyxl), for ExchangeTests: a path a line in, the sheets as JSON a line out."""
import json
import sys

import openpyxl

print(json.dumps({"port": 0}), flush=True)
for line in sys.stdin:
    book = openpyxl.load_workbook(line.strip())
    sheets = []
    for sheet in book.worksheets:
        cells = [[[cell.data_type, cell.value] for cell in row] for row in sheet.iter_rows()]
        sheets.append({"name": sheet.title, "frozen": sheet.freeze_panes, "bold": bool(sheet["A1"].font and sheet["A1"].font.b), "cells": cells})
    print(json.dumps(sheets, ensure_ascii=False), flush=True)
