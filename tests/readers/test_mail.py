"""Saved mails and web archives, made by the standard library."""

from email import policy
from email.message import EmailMessage

import pytest

from tailor.readers import read
from tailor.readers.sniff import kind_of

HTML = "<html><body><h1>PM</h1><ul><li>Own the tide tables</li><li>Café staff: train them</li></ul></body></html>"


def mail(*, plain=None, page=None, charset="utf-8", attachment=None):
    message = EmailMessage(policy=policy.default)
    message["From"], message["Subject"] = "jobs@example.org", "A posting"
    if plain is not None:
        message.set_content(plain, charset=charset)
    if page is not None:
        (message.add_alternative if plain is not None else message.set_content)(page, subtype="html", charset=charset)
    if attachment:
        message.add_attachment(attachment.encode(), maintype="text", subtype="html", filename="a.html")
    return message.as_bytes()


def lines(tmp_path, data, name="posting.eml"):
    path = tmp_path / name
    path.write_bytes(data)
    return [(line.kind, line.text) for line in read(path).lines]


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1"])
@pytest.mark.parametrize("name", ["posting.eml", "posting.mht", "posting"])
def test_the_page_is_read_before_the_plain_text(tmp_path, charset, name):
    found = lines(tmp_path, mail(plain="Own the", page=HTML, charset=charset), name)
    assert ("bullet", "Own the tide tables") in found
    assert ("bullet", "Café staff: train them") in found


def test_plain_text_serves_where_there_is_no_page(tmp_path):
    assert lines(tmp_path, mail(plain="Wir suchen\n- Gezeiten lesen\n")) == [
        ("body", "Wir suchen"),
        ("bullet", "Gezeiten lesen"),
    ]


def test_attachments_are_left_alone(tmp_path):
    assert lines(tmp_path, mail(plain="Only this", attachment=HTML)) == [("body", "Only this")]


def test_a_forwarded_mail_is_looked_into(tmp_path):
    inner = EmailMessage(policy=policy.default)
    inner["Subject"] = "A posting"
    inner.set_content("Own the tide tables")
    outer = EmailMessage(policy=policy.default)
    outer["Subject"] = "Fwd: A posting"
    outer.make_mixed()
    outer.add_attachment(inner, disposition="inline")
    assert lines(tmp_path, outer.as_bytes()) == [("body", "Own the tide tables")]


@pytest.mark.parametrize("text", ["Title: PM\nCompany: Lowtide\n\nOwn it", "Dear all,\n\nwe seek", "Received: not\n"])
def test_a_text_with_labels_is_no_mail(text):
    assert kind_of("a.txt", text.encode()) == "txt"
