package p

type builder struct {
	next  *builder
	parts []func() builder
}

func (b *builder) add(n int) *builder { return b.next }

func chains(b builder, m map[string]builder) int {
	b.add(1).add(2).next.add(3)
	b.parts[0]().parts[1]().add(1)
	m["a"].parts[2] = m["b"].next.parts[3]
	return len(b.next.next.parts) + len(m["c"].next.parts)
}
