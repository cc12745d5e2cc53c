# Has LibreOffice open a Word file and edit it as a person would, with tracked changes
# on and a comment, and save it: as a Word file, and as one that was an OpenDocument text
# on the way. Usage: libreoffice.py SOFFICE FILE.docx FOLDER
import os, signal, subprocess, sys, tempfile, time
import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

soffice, source, folder = sys.argv[1:]


def prop(name, value):
    p = PropertyValue()
    p.Name, p.Value = name, value
    return p


def url(path):
    return uno.systemPathToFileUrl(os.path.abspath(path))


def connect(pipe):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(240):
        try:
            return resolver.resolve("uno:pipe,name=" + pipe + ";urp;StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(0.5)
    sys.exit("LibreOffice didn't start within two minutes")


def named(context, given, family):
    provider = context.ServiceManager.createInstanceWithContext("com.sun.star.configuration.ConfigurationProvider", context)
    access = provider.createInstanceWithArguments(
        "com.sun.star.configuration.ConfigurationUpdateAccess", (prop("nodepath", "/org.openoffice.UserProfile/Data"),))
    access.setPropertyValue("givenname", given)
    access.setPropertyValue("sn", family)
    access.commitChanges()


# A document without a view: a view shows a comment in a window, and there are none.
def load(context, path, kind):
    doc = context.ServiceManager.createInstanceWithContext("com.sun.star.text.TextDocument", context)
    doc.load((prop("URL", url(path)), prop("FilterName", kind)))
    return doc


# The last place of words: the first are of the examples above the texts.
def find(doc, words):
    found = None
    paragraphs = doc.Text.createEnumeration()
    while paragraphs.hasMoreElements():
        p = paragraphs.nextElement()
        if not p.supportsService("com.sun.star.text.Paragraph") or words not in p.String:
            continue
        found = doc.Text.createTextCursorByRange(p.Start)
        found.goRight(p.String.index(words), False)
        found.goRight(len(words), True)
        if found.String != words:
            sys.exit("LibreOffice finds %r for %r" % (found.String, words))
    if found is None:
        sys.exit("LibreOffice doesn't find " + words)
    return found


def edit(doc):
    doc.RecordChanges = True
    find(doc, "None were found").setString("Two were found")
    find(doc, "two").setString("three")
    at = find(doc, "The planning helped")
    comment = doc.createInstance("com.sun.star.text.textfield.Annotation")
    comment.Author, comment.Content = "Ailsa Kinnear", "How did it help?"
    at.Text.insertTextContent(at, comment, True)


with tempfile.TemporaryDirectory() as profile:
    pipe = "apr%d" % os.getpid()
    office = subprocess.Popen([soffice, "--headless", "--norestore", "--accept=pipe,name=" + pipe + ";urp;", "-env:UserInstallation=" + url(profile)],
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    try:
        context = connect(pipe)
        named(context, "Ailsa", "Kinnear")
        desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        save = lambda doc, name, kind: doc.storeToURL(url(os.path.join(folder, name)), (prop("FilterName", kind),))
        doc = load(context, source, "MS Word 2007 XML")
        save(doc, "untouched.docx", "MS Word 2007 XML")
        edit(doc)
        save(doc, "edited.docx", "MS Word 2007 XML")
        save(doc, "edited.odt", "writer8")
        doc.close(True)
        doc = load(context, os.path.join(folder, "edited.odt"), "writer8")
        save(doc, "odt.docx", "MS Word 2007 XML")
        doc.close(True)
        try:
            desktop.terminate()
        except Exception:
            pass
        office.wait(60)
    finally:
        try:  # the script that starts it isn't all of it
            os.killpg(office.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
        office.wait()
