import { z } from "zod";
import type { Route } from "./+types/api-document";
import { apiText } from "./api/text.ts";
import { operations } from "./operations.server.ts";
import { houseText } from "./text.ts";
import { useLanguage } from "./ui/language.tsx";

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
			<h1 className="ds-heading" data-size="lg">
				{text.title}
			</h1>
			<p className="ds-paragraph measure">{text.lead}</p>
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
			{[...new Set(loaderData.operations.map((operation) => operation.room))].map((room) => (
				<section key={room} className="stack" data-gap="small" aria-labelledby={`room-${room}`}>
					<h2 className="ds-heading" data-size="sm" id={`room-${room}`}>
						{room}
					</h2>
					{loaderData.operations
						.filter((operation) => operation.room === room)
						.map((operation) => (
							<details key={operation.id} className="ds-details">
								<summary lang="en">
									<code>
										{operation.method} {operation.path}
									</code>{" "}
									– {operation.summary}
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
