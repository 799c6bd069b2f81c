import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from "node:crypto";

/** An unguessable token of 256 bits, safe in URLs and cookies. Only its hash is ever stored. */
export function newSecret(): string {
	return randomBytes(32).toString("base64url");
}

export function hashSecret(secret: string): Buffer {
	return createHash("sha256").update(secret).digest();
}

/** Seals a text so that only whoever holds the secret can read it (AES-256-GCM): what we store is of no use to others. */
export function seal(secret: string, text: string): Buffer {
	const start = randomBytes(12);
	const cipher = createCipheriv("aes-256-gcm", sealingKey(secret), start);
	return Buffer.concat([start, cipher.update(text, "utf8"), cipher.final(), cipher.getAuthTag()]);
}

/** The text that was sealed with this secret, or null when it was another or the seal is broken. */
export function unseal(secret: string, sealed: Buffer): string | null {
	try {
		const decipher = createDecipheriv("aes-256-gcm", sealingKey(secret), sealed.subarray(0, 12), { authTagLength: 16 });
		decipher.setAuthTag(sealed.subarray(-16));
		return Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()]).toString("utf8");
	} catch {
		return null;
	}
}

function sealingKey(secret: string): Buffer {
	return Buffer.from(hkdfSync("sha256", secret, "", "laeringsarena seal", 32));
}
