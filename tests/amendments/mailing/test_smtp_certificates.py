"""A mail server shows a certificate that somebody trusted has signed for its name, or gets no mail."""

import ssl
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID
from django.core.mail import send_mail

from amendments.mailing.delivery import ServerDown, deliver
from amendments.models import OutgoingMail
from tests.amendments.mailing.smtp_server import SmtpServer

pytestmark = pytest.mark.django_db
HERE = "127.0.0.1"


def certificate_for(address, folder):
    """A file with the certificate of a server at this address, signed by itself, and its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "mail.caspia.example")])
    now, of = datetime.now(UTC), x509.SubjectAlternativeName([x509.IPAddress(ip_address(address))])
    builder = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
    builder = builder.serial_number(1).not_valid_before(now - timedelta(days=1))
    signed = builder.not_valid_after(now + timedelta(days=1)).add_extension(of, False).sign(key, SHA256())
    file = folder / "server.pem"
    secret = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    file.write_bytes(signed.public_bytes(Encoding.PEM) + secret)
    return file


@pytest.mark.parametrize(
    ("address", "is_trusted", "goes"), [(HERE, False, False), ("127.0.0.2", True, False), (HERE, True, True)]
)
def test_mail_goes_to_a_server_with_a_trusted_certificate_of_its_name_alone(
    settings, tmp_path, monkeypatch, address, is_trusted, goes
):
    file, plain = certificate_for(address, tmp_path), ssl.create_default_context
    if is_trusted:  # by the machine, as somebody whom it knows
        monkeypatch.setattr(ssl, "create_default_context", lambda: plain(cafile=file))
    settings.EMAIL_BACKEND = "amendments.mailing.backend.Outbox"
    settings.MADDA_MAIL_TRANSPORT = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_USE_SSL, settings.EMAIL_HOST = True, HERE
    send_mail("Subject", "Text", "site@caspia.example", ["good@caspia.example"])
    with SmtpServer() as server:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(file)
        server.socket = context.wrap_socket(server.socket, server_side=True)
        settings.EMAIL_PORT = server.port
        if goes:
            deliver()
        else:
            with pytest.raises(ServerDown):
                deliver()
        assert bool(server.took) is goes
    assert OutgoingMail.objects.get().state == (
        OutgoingMail.State.SENT if goes else OutgoingMail.State.WAITING
    )
