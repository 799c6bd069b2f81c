import { Form } from "react-router";
import { formatNumber } from "../../language.ts";
import { houseText } from "../../text.ts";
import { Alert } from "../../ui/Alert.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { useLanguage } from "../../ui/language.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { Table } from "../../ui/Table.tsx";
import { Status } from "../../ui/Tag.tsx";
import { missing, redirectWithToast, signedIn } from "../../visit.server.ts";
import { checkProvider } from "../provider.server.ts";
import { endProviderSessions, listProvidersOff, switchProvider } from "../provider-switch.server.ts";
import { mayOperate } from "../rules.ts";
import type { Route } from "./+types/administration-providers";
import { administrationText } from "./administration.text.ts";

export async function loader({ context, request, url }: Route.LoaderArgs) {
	const { actor, house, reading } = signedIn(context, request);
	if (!mayOperate(actor)) missing();
	const { configuration } = house;
	const off = await reading(listProvidersOff);
	const isChecking = url.searchParams.has("check");
	return {
		providers: await Promise.all(
			configuration.providers.map(async (provider) => ({
				id: provider.id,
				name: provider.name,
				issuer: provider.issuer,
				callback: `${configuration.url}/sign-in/${provider.id}/callback`,
				emailTrust:
					provider.trustsEmail === undefined
						? ("verified" as const)
						: provider.trustsEmail
							? ("always" as const)
							: ("never" as const),
				isOn: !off.includes(provider.id),
				reached: isChecking ? await checkProvider(provider) : null,
			})),
		),
	};
}

export async function action({ context, request }: Route.ActionArgs) {
	const { actor, house, language, commanding } = signedIn(context, request);
	if (!mayOperate(actor)) missing();
	const form = await request.formData();
	const isOn = form.has("on");
	const provider = house.configuration.providers.find(({ id }) => id === form.get(isOn ? "on" : "off"));
	if (!provider) missing();
	const outcome = await commanding((work) => switchProvider(work, provider, isOn));
	if (outcome.refused) missing();
	const text = administrationText[language];
	if (isOn) return redirectWithToast("/administration/providers", text.switchedOn(provider.name));
	const ended = await endProviderSessions(house.database, provider.id);
	return redirectWithToast("/administration/providers", text.switchedOff(provider.name, formatNumber(language, ended)));
}

export default function Providers({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = administrationText[language];
	const { providers } = loaderData;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.providersTitle)}</title>
			<PageHeader
				title={text.providersTitle}
				lead={text.providersLead}
				trail={[{ to: "/administration", label: houseText[language].administration }]}
				{...(providers.length > 0 ? { action: { to: "/administration/providers?check=1", label: text.check } } : {})}
			/>
			{providers.length > 0 && <Alert>{text.offWarning}</Alert>}
			<Table
				caption={text.providersTitle}
				hideCaption
				rows={providers}
				rowKey={(provider) => provider.id}
				columns={[
					{ key: "name", label: text.name, cell: (provider) => provider.name },
					{ key: "issuer", label: text.issuer, cell: (provider) => <Address>{provider.issuer}</Address> },
					{ key: "callback", label: text.callback, cell: (provider) => <Address>{provider.callback}</Address> },
					{ key: "email", label: text.email, cell: (provider) => text.emailTrust[provider.emailTrust] },
					{ key: "state", label: text.state, cell: (provider) => <State provider={provider} /> },
					{
						key: "switch",
						label: `${text.switchOn} / ${text.switchOff}`,
						cell: (provider) => (
							<Form method="post" action="/administration/providers">
								<button
									type="submit"
									className="ds-button"
									data-variant="secondary"
									data-size="sm"
									{...(provider.isOn ? { "data-color": "danger" } : {})}
									name={provider.isOn ? "off" : "on"}
									value={provider.id}
									aria-label={provider.isOn ? text.switchOffOf(provider.name) : text.switchOnOf(provider.name)}
								>
									{provider.isOn ? text.switchOff : text.switchOn}
								</button>
							</Form>
						),
					},
				]}
				empty={<EmptyState title={text.providersNone}>{text.providersNoneBody}</EmptyState>}
			/>
		</div>
	);
}

function State({ provider }: { provider: Route.ComponentProps["loaderData"]["providers"][number] }) {
	const language = useLanguage();
	const text = administrationText[language];
	const { reached, isOn } = provider;
	return (
		<>
			<Status tone={isOn ? "success" : "warning"}>{isOn ? text.on : text.off}</Status>
			{reached &&
				(reached.reachable ? (
					<Status tone="success">{text.reachable(formatNumber(language, reached.milliseconds))}</Status>
				) : (
					<Status tone="danger">{text.unreachable}</Status>
				))}
			{reached?.reachable && !reached.supportsPkce && <Status tone="warning">{text.noPkce}</Status>}
		</>
	);
}

/** An address may break anywhere: it has no spaces and must fit a narrow screen. */
function Address({ children }: { children: string }) {
	return <code style={{ overflowWrap: "anywhere" }}>{children}</code>;
}
