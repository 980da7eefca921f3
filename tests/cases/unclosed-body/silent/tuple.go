// The caller gets both results.
package cases

import "net/http"

func get(url string) (*http.Response, error) { return http.Get(url) }
