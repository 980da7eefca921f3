// curfew: --go 1.21
// The result of this round's goroutine is received in the same round.
package cases

func all(users []string, send func(string) error) error {
	for _, user := range users {
		result := make(chan error, 1)
		go func() { result <- send(user) }()
		if err := <-result; err != nil {
			return err
		}
	}
	return nil
}
