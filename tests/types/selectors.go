package selectors

// Fields and methods through pointers and embedding; method values and expressions.
type Inner struct{ n int }

func (i *Inner) Set(n int)  { i.n = n }
func (i Inner) Get() int    { return i.n }
func (Inner) unnamed() bool { return true }

type Getter interface{ Get() int }

type Middle struct {
	*Inner
	name string
}

type Outer struct {
	Middle
	Getter2
	list []Outer
}

type Getter2 interface {
	Getter
	More(n int, names ...string) (ok bool, err error)
}

func use(o Outer, p *Outer, g Getter2) {
	o.n = p.n
	o.Middle.Inner.Set(1)
	p.Set(2)
	f := p.Middle.Get
	h := (*Inner).Set
	k := Inner.Get
	m := Getter2.More
	_, _, _, _ = f, h, k, m
	ok, err := g.More(1, "a", "b")
	_, _ = ok, err
	p.list[0].name = o.name
	defer p.list[1].Set(3)
}
