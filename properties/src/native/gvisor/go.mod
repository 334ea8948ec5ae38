module pagetck.org/gvisor

go 1.23.1

require gvisor.dev/gvisor v0.0.0-20250205023644-9414b50a5633

require golang.org/x/sys v0.26.0 // indirect
