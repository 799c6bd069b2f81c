import { saying } from "../../../../forms/text.ts";
import { Alert } from "../../../../ui/Alert.tsx";
import { Details } from "../../../../ui/Details.tsx";
import { Field } from "../../../../ui/Field.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { Status } from "../../../../ui/Tag.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { fundingText } from "../../text.ts";
import { applyText } from "../text.ts";
import type { Loaded, Refused } from "./application.tsx";
import { partiesText } from "./parties.text.ts";

const tones = { lead: "info", invited: "warning", joined: "neutral", approved: "success", left: "danger" } as const;

/** Who applies together, how far each has come, and what one's own party may do. */
export function Parties({ loaderData, refused }: { readonly loaderData: Loaded; readonly refused: Refused }) {
	const language = useLanguage();
	const text = partiesText[language];
	const { application, parties, can, own, choices } = loaderData;
	const mayRemove = can.lead && parties.length > 1;
	return (
		<Section title={applyText[language].partiesTitle} id="parties">
			<Table
				caption={applyText[language].partiesTitle}
				hideCaption
				rows={parties}
				rowKey={({ id }) => id}
				columns={[
					{
						key: "name",
						label: text.organisation,
						cell: ({ name, part, because }) => (
							<>
								{name}
								{part !== "" && <span className="list-under quiet written">{part}</span>}
								{because !== "" && <span className="list-under quiet written">{because}</span>}
							</>
						),
					},
					{
						key: "state",
						label: applyText[language].state,
						cell: ({ state }) => <Status tone={tones[state]}>{applyText[language].partyStates[state]}</Status>,
					},
					...(mayRemove
						? [
								{
									key: "deed",
									label: text.takeOut,
									cell: ({ id, name, state }: Loaded["parties"][number]) =>
										state !== "lead" && (
											<TaskForm className="">
												<input type="hidden" name="party" value={id} />
												<button
													type="submit"
													className="ds-button"
													data-variant="tertiary"
													data-size="sm"
													name="deed"
													value="remove"
												>
													{text.takeOut}
													<span className="visually-hidden">: {name}</span>
												</button>
											</TaskForm>
										),
								},
							]
						: []),
				]}
			/>
			{can.lead && application.joint && (
				<TaskForm
					refused={refused?.about === "invite" ? refused : undefined}
					labels={{ organisation: text.organisation }}
					say={saying(language, fundingText[language].refusals)}
				>
					<input type="hidden" name="deed" value="invite" />
					<Field name="organisation" kind="lookup" required choices={choices} width="medium" />
					<div className="task-buttons">
						<SubmitButton>{text.invite}</SubmitButton>
					</div>
				</TaskForm>
			)}
			{own.state !== "lead" && <OwnPart loaderData={loaderData} refused={refused} />}
		</Section>
	);
}

/** What a party that is not the lead may do: take part, approve its own part, leave. */
function OwnPart({ loaderData, refused }: { readonly loaderData: Loaded; readonly refused: Refused }) {
	const language = useLanguage();
	const text = partiesText[language];
	const { own, parties, application } = loaderData;
	if (application.state !== "draft" && !application.changing) return null;
	const lead = parties.find(({ state }) => state === "lead")?.name ?? "";
	const say = saying(language, fundingText[language].refusals);
	const deed = own.state === "invited" ? "join" : "approve";
	return (
		<>
			<Alert tone={own.state === "approved" ? "success" : "info"}>
				<p>
					{own.state === "invited"
						? text.askedToJoin(lead)
						: own.state === "approved"
							? text.approvedAlready
							: text.toApprove}
				</p>
				{refused?.about === "move" && <p role="alert">{refused.refusals.map(say).join(" ")}</p>}
				{own.state !== "approved" && (
					<TaskForm className="task-buttons">
						<input type="hidden" name="version" value={own.version} />
						<input type="hidden" name="deed" value={deed} />
						<SubmitButton>{text[deed]}</SubmitButton>
					</TaskForm>
				)}
			</Alert>
			<Details summary={own.state === "invited" ? text.decline : text.leave}>
				<TaskForm prefix="leave" labels={{ because: text.because }}>
					<p className="ds-paragraph">{own.state === "invited" ? text.declineBody : text.leaveBody}</p>
					<input type="hidden" name="version" value={own.version} />
					<input type="hidden" name="deed" value="leave" />
					<Field name="because" kind="textarea" rows={2} maxLength={1000} required="sometimes" />
					<div className="task-buttons">
						<SubmitButton>{own.state === "invited" ? text.decline : text.leave}</SubmitButton>
					</div>
				</TaskForm>
			</Details>
		</>
	);
}
