// Run time: the work is behind an interface, and the error of another one returns first.
package cases

type loader interface{ Load() ([]byte, error) }

func loadBoth(a, b loader) ([]byte, []byte, error) {
	first := make(chan []byte)
	go func() {
		data, _ := a.Load()
		first <- data // want abandoned-sender[error] "first"
	}()
	second, err := b.Load()
	if err != nil {
		return nil, nil, err
	}
	return <-first, second, nil
}
