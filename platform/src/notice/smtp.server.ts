import { createTransport } from "nodemailer";
import { z } from "zod";

/** What became of a mail that was handed to a mail server, as far as can be known. */
export type Verdict =
	| { readonly what: "sent" }
	/** Nothing was accepted: it may be sent again. */
	| { readonly what: "not-now"; readonly reason: string }
	/** The server has said no for good. */
	| { readonly what: "never"; readonly reason: string }
	/** The connection ended between the mail and the answer: it may or may not have been accepted. */
	| { readonly what: "unknown"; readonly reason: string };

export type Parcel = {
	readonly from: string;
	readonly recipient: string;
	readonly messageId: string;
	readonly subject: string;
	readonly text: string;
	readonly html: string;
	readonly headers: Readonly<Record<string, string>>;
};

/**
 * Hands one mail to the mail server over a connection of its own: a pool would itself send again what it is unsure of.
 * Never throws.
 */
export async function handOver(smtpUrl: string, parcel: Parcel): Promise<Verdict> {
	const transport = openTransport(smtpUrl);
	if (transport === null) return { what: "not-now", reason: "LAERINGSARENA_SMTP_URL" };
	try {
		await transport.sendMail({
			from: parcel.from,
			to: { name: "", address: parcel.recipient },
			messageId: parcel.messageId,
			subject: parcel.subject,
			text: parcel.text,
			html: parcel.html,
			headers: { ...parcel.headers },
		});
		return { what: "sent" };
	} catch (error) {
		return judge(error);
	}
}

/** Null where the address of the mail server cannot be read. */
function openTransport(url: string) {
	try {
		return createTransport({
			url,
			connectionTimeout: 15_000,
			greetingTimeout: 15_000,
			socketTimeout: 60_000,
			disableFileAccess: true,
			disableUrlAccess: true,
		});
	} catch {
		return null;
	}
}

const smtpFault = z.object({
	code: z.string().optional(),
	originalCode: z.string().optional(),
	command: z.string().optional(),
	responseCode: z.number().optional(),
	permanent: z.boolean().optional(),
	timeoutType: z.string().optional(),
});

/** Faults that end a conversation before any mail was handed over. */
const beforeMail = new Set(["EDNS", "ETLS", "EAUTH", "ENOAUTH", "EOAUTH2", "EPROXY"]);
const unreachable = new Set(["ECONNREFUSED", "EHOSTUNREACH", "ENETUNREACH", "EHOSTDOWN", "ENOTFOUND", "EAI_AGAIN"]);
const beforeGreeting = new Set(["CONNECT_TIMEOUT", "GREETING_TIMEOUT", "UPGRADE_TIMEOUT"]);
/** Faults in the mail or the settings themselves, found before anything was sent. */
const ours = new Set(["EENVELOPE", "EMESSAGE", "ECONFIG", "EREQUIRETLS", "EMAXRECIPIENTS"]);

/**
 * What a fault of the mail library says about the mail. Only where the server has answered, or the fault is known to
 * come before the mail was handed over, is it certain that nothing was accepted.
 */
export function judge(error: unknown): Verdict {
	const parsed = smtpFault.safeParse(error);
	const fault = parsed.success ? parsed.data : {};
	const { code = "", responseCode, originalCode = "", timeoutType = "" } = fault;
	if (responseCode !== undefined) {
		const reason = `${fault.command ?? "SMTP"} ${responseCode}`;
		return fault.permanent === true ? { what: "never", reason } : { what: "not-now", reason };
	}
	const reason = [code, originalCode, timeoutType].filter((word, index, all) => word && all.indexOf(word) === index);
	const said = reason.join(" ") || "unknown fault";
	if (beforeMail.has(code) || unreachable.has(originalCode) || unreachable.has(code) || beforeGreeting.has(timeoutType))
		return { what: "not-now", reason: said };
	if (ours.has(code)) return { what: "never", reason: said };
	return { what: "unknown", reason: said };
}
