import { describe, expect, it } from "vitest";
import { judge } from "./smtp.server.ts";

const fault = (about: object) => Object.assign(new Error("ola@example.no was refused"), about);

describe("what a fault says of a mail", () => {
	it.each([
		[
			"the server says later",
			{ code: "EENVELOPE", responseCode: 451, permanent: false, command: "RCPT TO" },
			"not-now",
		],
		["the server says never", { code: "EMESSAGE", responseCode: 550, permanent: true, command: "DATA" }, "never"],
		["nobody answers", { code: "ESOCKET", originalCode: "ECONNREFUSED", command: "CONN" }, "not-now"],
		["the name is unknown", { code: "EDNS" }, "not-now"],
		["no greeting comes", { code: "ETIMEDOUT", timeoutType: "GREETING_TIMEOUT" }, "not-now"],
		["the password is wrong", { code: "EAUTH" }, "not-now"],
		["the recipient is no address", { code: "EENVELOPE", command: "API" }, "never"],
		["the connection is gone", { code: "ECONNECTION", command: "CONN" }, "unknown"],
		["the connection is reset", { code: "ESOCKET", originalCode: "ECONNRESET", command: "CONN" }, "unknown"],
		["the answer never comes", { code: "ETIMEDOUT", timeoutType: "SOCKET_TIMEOUT" }, "unknown"],
		["something else", {}, "unknown"],
	])("%s", (_name, about, what) => {
		const verdict = judge(fault(about));
		expect(verdict.what).toBe(what);
		expect(JSON.stringify(verdict)).not.toContain("ola@example.no");
	});
});
