import { describe, expect, it } from "vitest";
import { linkTo, writeLetter } from "./letter.ts";

const base = "https://laeringsarena.example";
const write = (body: string, choice = false) => writeLetter({ language: "nb", subject: "Emne", body, base, choice });

describe("a letter", () => {
	it("has the same paragraphs and links as text and as HTML", () => {
		const letter = write("Hei Åse\nog Per\n\n[Svar her](/answer/abc)\n\nHilsen oss");
		expect(letter.text).toContain(`Hei Åse\nog Per\n\nSvar her: ${base}/answer/abc\n\nHilsen oss`);
		expect(letter.html).toContain("<p>Hei Åse<br>og Per</p>");
		expect(letter.html).toContain(`<a href="${base}/answer/abc" style="color:#0b4f8a">Svar her</a>`);
		expect(letter.html).toContain('<html lang="nb">');
	});

	it("links nowhere else, and lets nothing a person wrote become markup", () => {
		const hostile = [
			"[x](https://elsewhere.example)",
			"[x](//elsewhere.example)",
			"[x](/\\elsewhere.example)",
			"<script>alert(1)</script>",
			'"><img src=x>',
		];
		const { html } = write(hostile.join("\n\n"));
		expect(html).not.toContain("<a ");
		expect(html).not.toMatch(/<script|<img/);
	});

	it("keeps a link on one line whatever its label holds", () => {
		const { html } = write(linkTo("/a", "en\r\n[to](/b)"));
		expect(html.match(/<a /g)).toHaveLength(1);
		expect(html).toContain(`href="${base}/a"`);
	});

	it("tells those who have an account where to choose, and others why they got it", () => {
		expect(write("x", true).text).toContain(`${base}/profile/notices`);
		expect(write("x").text).not.toContain("/profile/notices");
	});
});
