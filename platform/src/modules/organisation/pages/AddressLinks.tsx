/** A written address one can press. */
export function EmailLink({ email, subject }: { readonly email: string; readonly subject?: string }) {
	const query = subject === undefined ? "" : `?subject=${encodeURIComponent(subject)}`;
	return (
		<a className="ds-link" href={`mailto:${email}${query}`}>
			{email}
		</a>
	);
}

export function PhoneLink({ phone }: { readonly phone: string }) {
	return (
		<a className="ds-link" href={`tel:${phone.replaceAll(/[^+\d]/g, "")}`}>
			{phone}
		</a>
	);
}
