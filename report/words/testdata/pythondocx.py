# Edits a Word file with python-docx: other words in a paragraph, a paragraph and a table
# row more. Usage: pythondocx.py FILE.docx OUT.docx
import copy, sys
import docx
from docx.oxml.ns import qn

d = docx.Document(sys.argv[1])
changed = 0
for p in d.element.body.iter(qn("w:p")):
    words = "".join(t.text or "" for t in p.iter(qn("w:t")))
    if words == "None were found.":
        for i, t in enumerate(p.iter(qn("w:t"))):
            t.text = "" if i else "Two were found."
        more = copy.deepcopy(p)
        for i, t in enumerate(more.iter(qn("w:t"))):
            t.text = "" if i else "Both were new."
        p.addnext(more)
        changed += 1
for row in list(d.element.body.iter(qn("w:tr"))):
    words = ["".join(t.text or "" for t in c.iter(qn("w:t"))) for c in row.iter(qn("w:tc"))]
    if words == ["Beds", "12"]:
        more = copy.deepcopy(row)
        for t, text in zip(more.iter(qn("w:t")), ["Chairs", "30"]):
            t.text = text
        row.addnext(more)
        changed += 1
if changed != 2:
    sys.exit("python-docx found %d places of 2" % changed)
d.save(sys.argv[2])
