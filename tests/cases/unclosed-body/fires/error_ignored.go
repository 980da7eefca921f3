// Run time: the same, and nobody ever looks at the error.
package cases

import "net/http"

func code(c *http.Client, req *http.Request) int {
	resp, _ := c.Do(req)
	return resp.StatusCode // want unclosed-body "resp is nil where c.Do fails"
}
