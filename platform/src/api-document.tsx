import { z } from "zod";
import type { Route } from "./+types/api-document";
import { apiText } from "./api/text.ts";
import { operations } from "./operations.server.ts";
import { houseText } from "./text.ts";
import { useLanguage } from "./ui/language.tsx";
import { PageHeader } from "./ui/PageHeader.tsx";

/** The API's operations as a page people can read, made from the same definitions as the OpenAPI document. */
export function loader() {
	return {
		operations: operations.map((operation) => ({
			id: operation.id,
			method: operation.method.toUpperCase(),
			path: `/api/v1${operation.path}`,
			room: operation.room,
			summary: operation.summary,
			scope: `${operation.room}:${operation.scope}`,
			versioned: operation.versioned,
			fields: [...fieldsOf(operation.pathShape), ...fieldsOf(operation.queryShape)],
			body: operation.bodyShape ? schemaText(operation.bodyShape) : null,
			answer: operation.answerShape ? schemaText(operation.answerShape) : null,
		})),
	};
}

const propertyShape = z.object({ type: z.string().optional(), format: z.string().optional() });

function fieldsOf(shape: z.ZodObject): { name: string; kind: string; required: boolean }[] {
	const schema = z.toJSONSchema(shape, { io: "input", unrepresentable: "any" });
	return Object.entries(schema.properties ?? {}).map(([name, property]) => {
		const { type, format } = propertyShape.parse(property);
		return { name, kind: [type, format].filter(Boolean).join(" "), required: schema.required?.includes(name) ?? false };
	});
}

function schemaText(shape: z.ZodType): string {
	const { $schema, ...schema } = z.toJSONSchema(shape, { io: "input", unrepresentable: "any" });
	return JSON.stringify(schema, null, 2);
}

export default function ApiDocument({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = apiText[language];
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.title)}</title>
			<PageHeader title={text.title} lead={text.lead} />
			<p>
				<a className="ds-link" href="/api/v1/openapi.json">
					{text.document}
				</a>
			</p>
			<h2 className="ds-heading" data-size="sm">
				{text.tokenTitle}
			</h2>
			<ul className="ds-list measure">
				<li>{text.token}</li>
				<li>{text.paging}</li>
				<li>{text.versions}</li>
				<li>{text.problems}</li>
			</ul>
			{text.inEnglish && <p className="ds-paragraph quiet">{text.inEnglish}</p>}
			{[...new Set(loaderData.operations.map((operation) => operation.room))].map((room) => (
				<section key={room} className="stack" data-gap="small" aria-labelledby={`room-${room}`}>
					<h2 className="ds-heading" data-size="sm" id={`room-${room}`}>
						{roomName(text.rooms, room)}
					</h2>
					{loaderData.operations
						.filter((operation) => operation.room === room)
						.map((operation) => (
							<details key={operation.id} className="ds-details">
								<summary>
									<span className="operation">
										<span lang="en">{operation.summary}</span>
										<code>
											{operation.method} {operation.path}
										</code>
									</span>
								</summary>
								<div className="stack" data-gap="small">
									<p className="ds-paragraph">
										{text.scope}: <code>{operation.scope}</code>. {operation.versioned ? text.versioned : null}
									</p>
									{operation.fields.length > 0 && <Fields fields={operation.fields} />}
									{operation.body && <Schema title={text.body} schema={operation.body} />}
									{operation.answer && <Schema title={text.answer} schema={operation.answer} />}
								</div>
							</details>
						))}
				</section>
			))}
		</div>
	);
}

/** What a room's operations are about; a room nobody has named here is shown by its code. */
function roomName(names: Readonly<Record<string, string>>, room: string): string {
	return Object.hasOwn(names, room) ? (names[room] ?? room) : room;
}

function Fields({ fields }: { fields: readonly { name: string; kind: string; required: boolean }[] }) {
	const text = apiText[useLanguage()];
	return (
		<table className="ds-table" data-size="sm">
			<caption>{text.parameters}</caption>
			<thead>
				<tr>
					<th scope="col">{text.name}</th>
					<th scope="col">{text.kind}</th>
				</tr>
			</thead>
			<tbody>
				{fields.map((field) => (
					<tr key={field.name}>
						<td>
							<code>{field.name}</code>
						</td>
						<td>
							{field.kind}
							{field.required ? ` (${text.required})` : ""}
						</td>
					</tr>
				))}
			</tbody>
		</table>
	);
}

function Schema({ title, schema }: { title: string; schema: string }) {
	return (
		<div>
			<h3 className="ds-heading" data-size="2xs">
				{title}
			</h3>
			<section className="code-block" aria-label={title}>
				{/* biome-ignore lint/a11y/noNoninteractiveTabindex: a block that scrolls must be reachable by keyboard */}
				<pre tabIndex={0}>
					<code>{schema}</code>
				</pre>
			</section>
		</div>
	);
}
