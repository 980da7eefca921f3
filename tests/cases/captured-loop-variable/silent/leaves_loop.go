// curfew: --go 1.21
// The round that starts the goroutine is the last one.
package cases

func first(users []string, send func(string)) {
	done := make(chan struct{})
	for _, user := range users {
		if user == "" {
			continue
		}
		go func() {
			defer close(done)
			send(user)
		}()
		break
	}
	<-done
}
