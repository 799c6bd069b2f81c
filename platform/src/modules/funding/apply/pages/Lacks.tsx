import { Alert } from "../../../../ui/Alert.tsx";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { applicationText } from "./application.text.ts";
import type { Loaded } from "./application.tsx";
import { placeOf, sayLack } from "./lacks.ts";

/** What stands in the way of sending, each with the way to where it is mended; else the button. */
export function Lacks({ loaderData }: { readonly loaderData: Loaded }) {
	const language = useLanguage();
	const text = applicationText[language];
	const { application, call, lacks } = loaderData;
	const here = `/funding/applications/${application.id}`;
	if (lacks.length > 0)
		return (
			<Section title={text.lacks} id="lacks">
				<ul className="ds-list">
					{lacks.map((lack) => (
						<li key={`${lack.code} ${lack.name ?? ""}`}>
							<Link className="ds-link" to={placeOf(here, call.id, lack)}>
								{sayLack(language, lack)}
							</Link>
						</li>
					))}
				</ul>
			</Section>
		);
	const label = call.way === "outside" ? text.noteSent : application.changing ? text.sendAnew : text.send;
	return (
		<Alert tone="success">
			<p>{text.ready}</p>
			<TaskForm className="task-buttons">
				<input type="hidden" name="deed" value="send" />
				<input type="hidden" name="version" value={application.version} />
				<SubmitButton>{label}</SubmitButton>
			</TaskForm>
		</Alert>
	);
}
