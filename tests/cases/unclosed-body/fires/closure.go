// Run time: the literal that makes the request returns with the body open.
package cases

import "net/http"

func checks(urls []string) []func() error {
	var out []func() error
	for _, url := range urls {
		out = append(out, func() error {
			resp, err := http.Get(url) // want unclosed-body "not closed"
			if err != nil {
				return err
			}
			println(resp.StatusCode)
			return nil
		})
	}
	return out
}
