// curfew: --go 1.21
// The literal runs within its round.
package cases

func all(users []string, send func(string)) {
	for _, user := range users {
		func() {
			defer send("end of " + user)
			send(user)
		}()
	}
}
