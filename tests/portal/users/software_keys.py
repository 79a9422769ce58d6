"""A security key in software: answers as a browser with a key does, for a site at `localhost`."""

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from fido2.cose import ES256, CoseKey
from fido2.utils import sha256, websafe_decode, websafe_encode
from fido2.webauthn import (
    AttestationObject,
    AttestedCredentialData,
    AuthenticatorData,
    CollectedClientData,
)

ORIGIN = "http://localhost"


class SoftwareKey:
    """One key with one secret. `number` tells keys apart."""

    def __init__(self, number: int = 1, origin: str = ORIGIN, made_for: type[CoseKey] = ES256) -> None:
        self._algorithm = made_for
        self._secret = ec.generate_private_key(ec.SECP256R1() if made_for is ES256 else ec.SECP256K1())
        self._id = bytes([number]) * 32
        self._origin = origin
        self.count = 0  # of its answers

    def made(self, challenge: str) -> dict[str, object]:
        """What the browser posts after a key was made for the site."""
        public = self._algorithm.from_cryptography_key(self._secret.public_key())
        of_it = AttestedCredentialData.create(bytes(16), self._id, public)
        flags = AuthenticatorData.FLAG.UP | AuthenticatorData.FLAG.AT
        data = AuthenticatorData.create(sha256(b"localhost"), flags, 0, bytes(of_it))
        attested = AttestationObject.create("none", data, {})
        return self._answer("webauthn.create", challenge, attestationObject=bytes(attested))

    def shown(self, challenge: str) -> dict[str, object]:
        """What the browser posts after the key was touched."""
        self.count += 1
        data = AuthenticatorData.create(sha256(b"localhost"), AuthenticatorData.FLAG.UP, self.count)
        asked = self._asked("webauthn.get", challenge)
        signature = self._secret.sign(bytes(data) + asked.hash, ec.ECDSA(SHA256()))
        return self._answer("webauthn.get", challenge, authenticatorData=bytes(data), signature=signature)

    def _asked(self, kind: str, challenge: str) -> CollectedClientData:
        return CollectedClientData.create(kind, websafe_decode(challenge), self._origin)

    def _answer(self, kind: str, challenge: str, **parts: bytes) -> dict[str, object]:
        said = {"clientDataJSON": bytes(self._asked(kind, challenge)), **parts}
        return {
            "id": websafe_encode(self._id),
            "rawId": websafe_encode(self._id),
            "type": "public-key",
            "response": {name: websafe_encode(part) for name, part in said.items()},
            "clientExtensionResults": {},
        }
