import { redirect } from "react-router";
import { PageHeader } from "../../src/ui/PageHeader.tsx";
import { SubmitButton } from "../../src/ui/SubmitButton.tsx";
import { TaskForm } from "../../src/ui/TaskForm.tsx";

/** How long the slow answer takes, milliseconds: longer than the page waits before it says so. */
const slowAnswer = 2500;
let sent = 0;

/** An action that takes its time, and tells how often it was asked. */
export async function slowAction() {
	sent += 1;
	await new Promise((resolve) => setTimeout(resolve, slowAnswer));
	return redirect(`/list?toast=saved&sent=${sent}`, 303);
}

export function SlowPage() {
	return (
		<TaskForm>
			<title>Sakte</title>
			<PageHeader title="Sakte skjema" />
			<SubmitButton>Lagre</SubmitButton>
		</TaskForm>
	);
}
