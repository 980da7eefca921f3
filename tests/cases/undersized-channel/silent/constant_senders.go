// Two senders, two slots: whichever comes first, the other one ends too.
package cases

func either(a, b func() error) error {
	errs := make(chan error, 2)
	go func() { errs <- a() }()
	go func() { errs <- b() }()
	return <-errs
}
